import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the page's API lives while developing; the built page is served by the same server as the API. */
const server = process.env.JUMPUP_DEV_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': { target: server, changeOrigin: false },
      '/live': { target: server, changeOrigin: false, ws: true },
    },
  },
  build: {
    outDir: 'dist',
    // Everything in public/ is copied after emptying, so public/.gitkeep keeps the folder in git.
    emptyOutDir: true,
    // Fonts and images stay files: the page's content policy allows no data: fonts.
    assetsInlineLimit: 0,
    target: 'es2022',
    manifest: true,
    chunkSizeWarningLimit: 600,
  },
});
