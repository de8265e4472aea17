/** Style sheets loaded for their effect. */
declare module '*.css';
