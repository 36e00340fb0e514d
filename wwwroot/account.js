// Buttons of one's account that only a browser can serve: copying and printing.
"use strict";

// These pages answer as soon as they are there.
dashboard.live();

document.addEventListener("click", async event => {
    const button = event.target.closest?.("[data-copy], [data-print]");
    if (!button) {
        return;
    }
    if (button.dataset.copy === undefined) {
        window.print();
    } else if (await dashboard.copy(document.getElementById(button.dataset.copy).textContent)) {
        (button.querySelector(".mud-button-label") ?? button).textContent = button.dataset.copied;
    }
});
