// Passkeys: what only the browser can ask for. A form that uses or makes one fetches its options, asks, and is then sent as usual.
"use strict";

(() => {
    if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
        return;
    }

    let waiting = null;

    const optionsOf = async (form, signal) => {
        const answer = await fetch(form.dataset.options, {
            method: "POST",
            headers: { RequestVerificationToken: form.elements.__RequestVerificationToken.value },
            signal,
        });
        if (!answer.ok) {
            throw new Error("The options were refused.");
        }
        return answer.json();
    };

    const ask = async (form, signal, mediation) => {
        const options = await optionsOf(form, signal);
        const credential = form.dataset.passkey === "make"
            ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options), signal })
            : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options), signal, mediation });
        form.elements.Credential.value = JSON.stringify(credential);
        form.submit();
    };

    const begin = () => {
        waiting?.abort();
        waiting = new AbortController();
        return waiting.signal;
    };

    document.querySelectorAll("[data-no-passkeys]").forEach(note => note.hidden = true);
    for (const form of document.querySelectorAll("form[data-passkey]")) {
        const refusal = form.querySelector("[data-failed]");
        form.hidden = false;
        form.addEventListener("submit", async event => {
            event.preventDefault();
            const signal = begin();
            refusal.textContent = "";
            try {
                await ask(form, signal);
            } catch {
                if (!signal.aborted) {
                    refusal.textContent = refusal.dataset.failed;
                }
            }
        });
    }

    // Browsers that can, offer passkeys where the e-mail address is typed; not again after one was refused.
    const use = document.querySelector("form[data-passkey=use]");
    if (use && !document.querySelector("main [role=alert]:not(:empty)")) {
        PublicKeyCredential.isConditionalMediationAvailable?.().then(can => can && ask(use, begin(), "conditional").catch(() => {}));
    }
})();
