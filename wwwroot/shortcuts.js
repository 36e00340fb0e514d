// Keys. A page says what it offers in its markup: data-key and data-key-label on what is clicked, data-row on what j and k walk over,
// data-row-key on what is clicked in the row at hand, data-go on what is opened after g.
"use strict";

(() => {
    const isOn = () => localStorage.getItem("shortcuts") !== "off";
    const find = (selector, within = document) => [...within.querySelectorAll(selector)].find(element => element.checkVisibility());
    const isTyping = element => element.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=combobox], [role=listbox], [role=menu]");
    const isMac = /mac|iphone|ipad/i.test(navigator.userAgentData?.platform ?? navigator.platform);
    let goes = 0;
    let last = null;

    const open = id => {
        const dialog = document.getElementById(id);
        if (!dialog || document.querySelector("dialog[open]")) {
            return;
        }
        if (id === "shortcuts") {
            list(dialog);
        }
        dialog.showModal();
        const field = dialog.querySelector("input[type=text]");
        field?.select();
    };

    // What this page offers, as it stands now.
    const list = dialog => {
        const offers = [...document.querySelectorAll("[data-key-label]")].filter(element => element.checkVisibility());
        const rows = offers.filter((element, at) => offers.findIndex(other => other.dataset.keyLabel === element.dataset.keyLabel) === at).map(element => {
            const row = document.createElement("div");
            const label = document.createElement("dt");
            const keys = document.createElement("dd");
            const key = document.createElement("kbd");
            label.textContent = element.dataset.keyLabel;
            const name = element.dataset.key ?? element.dataset.rowKey;
            key.textContent = name === name.toLowerCase() ? name : "Shift " + name;
            keys.append(key);
            row.append(label, keys);
            return row;
        });
        dialog.querySelector("[data-keys]").replaceChildren(...rows);
        dialog.querySelector("[data-here]").hidden = rows.length === 0;
        dialog.querySelector("[data-mod]").textContent = isMac ? "⌘" : "Ctrl";
        dialog.querySelector("[data-shortcuts]").checked = isOn();
    };

    // The palette's choice: the first result until an arrow moves it.
    const options = palette => [...palette.querySelectorAll("[role=option]")];
    const choose = (palette, chosen) => {
        options(palette).forEach(option => option.setAttribute("aria-selected", option === chosen));
        palette.querySelector("input").setAttribute("aria-activedescendant", chosen?.id ?? "");
        chosen?.scrollIntoView({ block: "nearest" });
    };
    const inPalette = (palette, event) => {
        const all = options(palette);
        const at = all.findIndex(option => option.getAttribute("aria-selected") === "true");
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step && all.length > 0) {
            event.preventDefault();
            choose(palette, all[(at + step + all.length) % all.length]);
        } else if (event.key === "Enter") {
            event.preventDefault();
            all[Math.max(at, 0)]?.click();
        }
    };
    new MutationObserver(() => {
        const palette = document.querySelector("#palette[open]");
        if (palette && !palette.querySelector("[aria-selected=true]")) {
            choose(palette, options(palette)[0]);
        }
    }).observe(document, { subtree: true, childList: true });

    const current = () => document.activeElement.closest("[data-row]") ?? last;
    const walk = step => {
        const rows = [...document.querySelectorAll("[data-row]")].filter(row => row.checkVisibility());
        const at = rows.indexOf(current());
        const row = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step];
        if (row) {
            // A row that a change moves elsewhere loses the focus, but not its place in the walk.
            last = row;
            row.querySelector("a, button")?.focus();
            row.scrollIntoView({ block: "nearest" });
        }
    };

    const press = key => {
        if (Date.now() < goes) {
            goes = 0;
            return find(`[data-go="${CSS.escape(key)}"]`);
        }
        switch (key) {
            case "?": open("shortcuts"); return null;
            case "j": walk(1); return null;
            case "k": walk(-1); return null;
            case "g": goes = Date.now() + 1500; return null;
            case "/": find("[role=search] input, input[type=search]")?.focus(); return null;
            default: return current()?.querySelector(`[data-row-key="${CSS.escape(key)}"]:not(:disabled)`) ?? find(`[data-key="${CSS.escape(key)}"]:not(:disabled)`);
        }
    };

    document.addEventListener("keydown", event => {
        if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
            event.preventDefault();
            open("palette");
            return;
        }
        const dialog = document.querySelector("dialog[open]");
        if (dialog?.id === "palette") {
            inPalette(dialog, event);
        }
        if (dialog || !isOn() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1 || isTyping(event.target)) {
            return;
        }
        const target = press(event.key);
        if (target !== undefined) {
            event.preventDefault();
        }
        target?.click();
    });

    document.addEventListener("click", event => {
        const opener = event.target.closest("[data-opens]");
        if (opener) {
            opener.closest("details")?.removeAttribute("open");
            open(opener.dataset.opens);
            return;
        }
        const dialog = event.target.closest("dialog[open]");
        if (dialog && (event.target === dialog || event.target.closest("[data-closes], a"))) {
            dialog.close();
        }
    });

    document.addEventListener("change", event => {
        if (event.target.matches("[data-shortcuts]")) {
            localStorage.setItem("shortcuts", event.target.checked ? "on" : "off");
        }
    });
})();
