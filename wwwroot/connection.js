// A lost connection: told calmly, and healed without anybody doing anything. Blazor tells of it on the element below and tries again
// by itself; this takes over where that gives up, or where the server no longer knows the page, which its address says anew.
"use strict";

(() => {
    const bar = document.getElementById("components-reconnect-modal");
    let waits = false;

    const reload = () => {
        sessionStorage.setItem("scroll", JSON.stringify([location.href, scrollY]));
        location.reload();
    };

    const answers = async () => {
        try {
            return (await fetch("health/live", { cache: "no-store" })).ok;
        } catch {
            return false;
        }
    };

    const wait = async () => {
        if (waits) {
            return;
        }
        waits = true;
        while (!await answers()) {
            await new Promise(done => setTimeout(done, 2000));
        }
        let healed = false;
        try {
            healed = await Blazor.reconnect();
        } catch {
            // It answers, but not yet to pages: asked for anew, it will.
        }
        waits = false;
        if (!healed) {
            reload();
        }
    };

    bar.addEventListener("components-reconnect-state-changed", event => {
        const state = event.detail.state;
        bar.hidden = state === "hide";
        if (state === "failed") {
            wait();
        } else if (state === "rejected") {
            reload();
        }
    });
    bar.querySelector("button").addEventListener("click", reload);

    // The page comes back where it was.
    const [address, top] = JSON.parse(sessionStorage.getItem("scroll") ?? "[]");
    sessionStorage.removeItem("scroll");
    if (address === location.href) {
        const until = performance.now() + 3000;
        const attempt = () => {
            scrollTo(0, top);
            if (Math.abs(scrollY - top) > 1 && performance.now() < until) {
                requestAnimationFrame(attempt);
            }
        };
        attempt();
    }
})();
