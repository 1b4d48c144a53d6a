import "./styles.ts";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { isFinal, Unreachable } from "./api.ts";
import { noteOpened } from "./opened.ts";
import { makeRouter } from "./router.tsx";
import { colorSchemes, pageNonce, theme } from "./theme.ts";

// While a question is asked, the answer to other filters stays; of a server that is not there that must end soon, and `Notices` goes on asking for it.
const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 60_000, refetchOnWindowFocus: false, networkMode: "always", retry: (failures, error) => failures < (error instanceof Unreachable ? 1 : 2) && !isFinal(error), retryDelay: (failures, error) => (error instanceof Unreachable ? 300 : 1000 * 2 ** failures) },
  },
});

noteOpened(location.pathname, location.search);

createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colorSchemes} getStyleNonce={pageNonce}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={makeRouter()} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
