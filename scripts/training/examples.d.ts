/** A labelled posting as counts: features by number with their values, its role and second role (-1 for none), the group it is held out with. */
export type Example = {
    id: string;
    role: number;
    alt: number;
    group: string;
    weight: number;
    features: Int32Array;
    values: Float64Array;
};
export type Examples = {
    names: string[];
    rows: Example[];
};
/** The counts file: a line of feature names, then a line a posting: id, role, second role, employer group, weight, `number:value …`. */
export declare function writeExamples(file: string, { names, rows }: Examples): void;
export declare function readExamples(file: string): Examples;
/** A role's place in `roles`, -1 for none. */
export declare function roleNumber(id: string | null): number;
