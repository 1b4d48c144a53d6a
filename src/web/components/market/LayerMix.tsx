import { layers, type Mix } from "../../../terms/layer.ts";
import { layerNames } from "../../words.ts";

/** Shares over the five layers as one bar, with their names where there is room. */
export function LayerMix({ mix, names = false, said: words }: { mix: Mix; names?: boolean; /** In place of the shares alone. */ said?: string }) {
  const shares = layers.filter((layer) => mix[layer] >= 0.005).map((layer) => ({ layer, share: Math.round(mix[layer] * 100) }));
  const said = words ?? shares.map(({ layer, share }) => `${layerNames[layer]} ${share} %`).join(", ");
  return (
    <>
      <span className="mix" role="img" aria-label={`Layer mix: ${said}`} title={names ? undefined : said}>
        {shares.map(({ layer, share }) => (
          <i key={layer} data-layer={layer} style={{ flexGrow: share }} />
        ))}
      </span>
      {names && (
        <span className="mix-names soft" aria-hidden>
          {shares.map(({ layer, share }) => (
            <span key={layer}>
              <span className="dot" data-layer={layer} />
              {layerNames[layer]} {share}
            </span>
          ))}
        </span>
      )}
    </>
  );
}
