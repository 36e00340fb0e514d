// The few things that only a browser can do. Everything else is Blazor's.
"use strict";

window.dashboard = (() => {
    const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
    const dark = window.matchMedia("(prefers-color-scheme: dark)");

    // The next answer of the server already has the reader's colours and times.
    const remember = () => {
        const year = "; path=/; max-age=31536000; samesite=lax";
        document.cookie = "zone=" + encodeURIComponent(zone()) + year;
        document.cookie = "dark=" + (dark.matches ? "1" : "0") + year;
    };
    dark.addEventListener("change", remember);
    remember();

    // A page that does not answer to clicks cannot change its colours either: it is asked for once more, with the reader's own.
    const page = document.documentElement.dataset;
    if ("plain" in page && ("dark" in page) !== dark.matches && !sessionStorage.getItem("asked-again")) {
        sessionStorage.setItem("asked-again", "1");
        location.reload();
    }

    // A menu closes when one clicks elsewhere or presses Escape.
    const close = kept => document.querySelectorAll("details.menu[open]").forEach(menu => menu.contains(kept) || (menu.open = false));
    document.addEventListener("click", event => {
        // Following a link of a menu closes it, too; what is opened takes the focus, or else the menu keeps it.
        const followed = event.target.closest("details.menu[open] .menu-list a[href]:not([download])");
        followed?.closest("details").querySelector("summary").focus();
        close(followed ? null : event.target);
    });
    document.addEventListener("keydown", event => event.key === "Escape" && close(null));

    // A report says when it was printed.
    addEventListener("beforeprint", () => document.querySelectorAll("[data-printed]").forEach(place => {
        place.textContent = new Date().toLocaleString(document.documentElement.lang, { dateStyle: "full", timeStyle: "short" });
    }));

    return {
        zone,

        // From here on the page has its colours and answers to clicks and keys.
        live() {
            document.documentElement.dataset.live = "";
        },

        async copy(text) {
            try {
                await navigator.clipboard.writeText(text);
                return true;
            } catch {
                return false;
            }
        },

        // Saves a text as a file.
        save(name, type, text) {
            const link = document.createElement("a");
            link.href = URL.createObjectURL(new Blob([text], { type }));
            link.download = name;
            link.click();
            setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
        },

        // Puts the row at `top` a third down the list, where the lines that led to it are seen as well. A virtual list grows to its
        // full height only after its first rows have come.
        scrollTo(list, top, rowHeight) {
            const until = performance.now() + 3000;
            const attempt = () => {
                if (list.scrollHeight < top + rowHeight && performance.now() < until) {
                    requestAnimationFrame(attempt);
                    return;
                }
                list.scrollTop = Math.max(0, top - list.clientHeight / 3);
                list.scrollIntoView({ block: "nearest" });
            };
            attempt();
        },

        // A section named in the address may be rendered only after the browser has looked for it.
        reveal(id) {
            document.getElementById(id)?.scrollIntoView({ block: "start" });
        },
    };
})();
