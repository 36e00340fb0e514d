// What only a browser can do for a log: draw where its problems are, keep the end in sight while it grows, and walk through JSON.
"use strict";

dashboard.log = list => {
    const map = list.parentElement.querySelector("canvas");
    const sight = list.closest("section");
    const style = getComputedStyle(map);
    const atEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight < 2;
    let top = list.scrollTop;
    let asked = null;

    // The problems, worst level first drawn last; a line of at least two pixels each. Above them what of the list is in sight.
    const draw = () => {
        const ratio = devicePixelRatio;
        const [width, height] = [map.clientWidth, map.clientHeight];
        if (width === 0 || height === 0) {
            return;
        }
        if (map.width !== Math.round(width * ratio) || map.height !== Math.round(height * ratio)) {
            [map.width, map.height] = [Math.round(width * ratio), Math.round(height * ratio)];
        }
        const pen = map.getContext("2d");
        pen.setTransform(ratio, 0, 0, ratio, 0, 0);
        pen.clearRect(0, 0, width, height);
        const levels = map.dataset.levels ?? "";
        const part = height / Math.max(levels.length, list.clientHeight / 28);
        for (const [level, colour] of [["2", "--sync-has-warnings"], ["3", "--sync-failing"]]) {
            pen.fillStyle = style.getPropertyValue(colour);
            for (let at = levels.indexOf(level); at >= 0; at = levels.indexOf(level, at + 1)) {
                pen.fillRect(2, at * part, width - 4, Math.max(2, part));
            }
        }
        if (list.scrollHeight > list.clientHeight) {
            const size = Math.max(12, height * list.clientHeight / list.scrollHeight);
            const from = (height - size) * list.scrollTop / (list.scrollHeight - list.clientHeight);
            pen.fillStyle = pen.strokeStyle = style.getPropertyValue("--ink-soft");
            pen.globalAlpha = 0.18;
            pen.fillRect(0, from, width, size);
            pen.globalAlpha = 0.7;
            pen.strokeRect(0.5, from + 0.5, width - 1, size - 1);
            pen.globalAlpha = 1;
        }
    };
    let drawn = 0;
    const redraw = () => {
        cancelAnimationFrame(drawn);
        drawn = requestAnimationFrame(draw);
    };

    const jump = event => {
        const box = map.getBoundingClientRect();
        const share = (event.clientY - box.top) / box.height;
        list.scrollTop = share * list.scrollHeight - list.clientHeight / 2;
    };
    map.addEventListener("pointerdown", event => {
        map.setPointerCapture(event.pointerId);
        jump(event);
    });
    map.addEventListener("pointermove", event => map.hasPointerCapture(event.pointerId) && jump(event));

    // Whoever scrolls up reads something; whoever comes back to the end wants to see what comes. Each is asked for once.
    const ask = what => {
        if (asked !== what) {
            asked = what;
            sight?.querySelector(`[data-log-${what}]`)?.click();
        }
    };
    list.addEventListener("scroll", () => {
        const follows = "follows" in list.dataset;
        if ("live" in list.dataset) {
            if (follows && list.scrollTop < top - 1 && !atEnd()) {
                ask("pause");
            } else if (!follows && list.scrollTop > top + 1 && atEnd()) {
                ask("follow");
            }
        }
        top = list.scrollTop;
        redraw();
    }, { passive: true });

    new MutationObserver(changes => {
        if (changes.some(change => change.attributeName === "data-follows")) {
            asked = null;
        }
        if ("follows" in list.dataset && asked !== "pause") {
            list.scrollTop = list.scrollHeight;
        }
        redraw();
    }).observe(list, { attributes: true, attributeFilter: ["data-follows", "style"], childList: true, subtree: true });
    new MutationObserver(redraw).observe(map, { attributes: true, attributeFilter: ["data-levels"] });
    new ResizeObserver(redraw).observe(map);
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    const recolour = () => list.isConnected ? redraw() : scheme.removeEventListener("change", recolour);
    scheme.addEventListener("change", recolour);
    if ("follows" in list.dataset) {
        list.scrollTop = list.scrollHeight;
    }
    redraw();
};

// A tree of JSON is one stop for the Tab key; arrows walk through it. What can be done with the line at hand is the next stops.
(() => {
    const lines = tree => [...tree.querySelectorAll("[role=treeitem]")];
    const go = (tree, line) => {
        if (line) {
            lines(tree).forEach(other => other.tabIndex = other === line ? 0 : -1);
            line.focus();
        }
    };
    const parent = line => line.closest("[role=group]")?.parentElement.querySelector(":scope > [role=treeitem]");
    const press = (line, open) => {
        const toggle = line.querySelector(":scope > [data-toggle]");
        if (toggle && line.getAttribute("aria-expanded") === String(!open)) {
            toggle.click();
            return true;
        }
        return false;
    };
    document.addEventListener("keydown", event => {
        const line = event.target;
        if (line.getAttribute?.("role") !== "treeitem" || event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        const tree = line.closest("[role=tree]");
        const all = lines(tree);
        const at = all.indexOf(line);
        switch (event.key) {
            case "ArrowDown": go(tree, all[at + 1]); break;
            case "ArrowUp": go(tree, all[at - 1]); break;
            case "Home": go(tree, all[0]); break;
            case "End": go(tree, all.at(-1)); break;
            case "ArrowRight": press(line, true) || line.getAttribute("aria-expanded") === "true" && go(tree, all[at + 1]); break;
            case "ArrowLeft": press(line, false) || go(tree, parent(line)); break;
            case "Enter":
            case " ": press(line, line.getAttribute("aria-expanded") !== "true"); break;
            default: return;
        }
        event.preventDefault();
    });
    document.addEventListener("focusin", event => {
        const line = event.target.closest?.("[role=treeitem]");
        const tree = line?.closest("[role=tree]");
        if (tree) {
            lines(tree).forEach(other => other.tabIndex = other === line ? 0 : -1);
        }
    });
})();
