export declare const root: string;
/** `to` as written; `typeOnly`: nothing of it is there when the program runs; `lazy`: loaded when it is called for. */
export type Import = {
    from: string;
    to: string;
    typeOnly: boolean;
    lazy: boolean;
};
export type Module = {
    path: string;
    folder: string;
    source: string;
    lines: number;
    imports: Import[];
};
/** The modules of src with what they import. */
export declare function findModules(): Module[];
/** TypeScript files under a folder of the repository. */
export declare function findFiles(folder: string): string[];
/** `folderOf("src/market/store.ts")` → `"market"`; a file of src itself, `""` */
export declare function folderOf(path: string): string;
