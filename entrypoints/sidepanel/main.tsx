import './sidepanel.css';
import { mount } from '../popup/mount.tsx';
import { PanelPage } from './PanelPage.tsx';

await mount((background) => <PanelPage background={background} />);
