/** What a cost or an effect has from one component: a quantity as written, or what the others leave. */
export interface ComponentShare {
  readonly component: string;
  readonly written: unknown;
  readonly isRest: boolean;
}

/** Parts by component, as written; one part, the whole, where only a component is named. */
export function sharesByComponent(component: string | { readonly [id: string]: unknown }): readonly ComponentShare[] {
  if (typeof component === "string") return [{ component: component.trim(), written: undefined, isRest: true }];
  return Object.entries(component).map(([id, written]) => ({
    component: id,
    written,
    isRest: typeof written === "string" && written.trim() === "rest",
  }));
}

/** Is it the place of a share that a component has of a cost or an effect? */
export const isComponentShare = (place: string): boolean =>
  /^(costs\.[^.]+\.component|outcomes\.[^.]+\.effect\.byComponent)\./.test(place);
