/** What a TypeScript program finds around it in Node, without types of its own. */
declare const process: any
declare const Buffer: any
declare const module: any
declare const exports: any
declare const __dirname: string
declare const __filename: string
declare function require(name: string): any
declare const console: any
declare function setTimeout(then: (...given: any[]) => void, milliseconds?: number, ...given: any[]): any
declare function setInterval(then: (...given: any[]) => void, milliseconds?: number, ...given: any[]): any
declare function setImmediate(then: (...given: any[]) => void, ...given: any[]): any
declare function clearTimeout(timer: any): void
declare function clearInterval(timer: any): void
declare function queueMicrotask(then: () => void): void
declare const performance: any
declare const TextEncoder: any
declare const TextDecoder: any
declare const URL: any
declare module '*'
