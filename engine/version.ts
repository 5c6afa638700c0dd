/** Version of the package, as a result's manifest names it. A test holds it to package.json. */
export const engineVersion = "0.1.0";
