interface SpecFile {
  readonly file: string;
  readonly size: number;
  readonly alone: boolean;
  readonly mark: { readonly topic: string; readonly reason: string } | undefined;
}

export function specFiles(kind: 'unit' | 'integration'): readonly SpecFile[];
