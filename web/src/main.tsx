import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { Language } from './language.tsx';
import './style/tokens.css';
import './style/page.css';
import './style/document.css';
import './style/chart.css';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Language>
        <App />
      </Language>
    </StrictMode>,
  );
}
