// Sends a form with a file and shows how far it is; the answer is the page that the form would have shown by itself.
for (const form of document.querySelectorAll('form.send-file')) {
  const state = form.querySelector('.sending');
  form.addEventListener('submit', event => {
    event.preventDefault();
    event.stopPropagation();
    const button = form.querySelector('button');
    const sent = new XMLHttpRequest();
    const bar = document.createElement('progress');
    bar.max = 1;
    const said = document.createElement('span');
    state.replaceChildren(bar, said);
    button.disabled = true;
    sent.open('POST', form.action);
    sent.upload.onprogress = e => {
      bar.value = e.loaded / e.total;
      said.textContent = ' ' + state.dataset.sending.replace('{percent}', Math.floor(100 * e.loaded / e.total) + '%');
    };
    sent.onload = () => {
      if (sent.status < 400) {
        location.assign(sent.responseURL);
        return;
      }
      const answer = new DOMParser().parseFromString(sent.responseText, 'text/html').querySelector('main');
      if (!answer) return away();
      // What was chosen and typed stays; only what is wrong is shown anew.
      const problem = answer.querySelector('.problem');
      form.querySelector('.problem')?.remove();
      if (problem) form.prepend(document.adoptNode(problem));
      state.replaceChildren();
      button.disabled = false;
      form.querySelector('.problem')?.focus();
    };
    sent.onerror = away;
    sent.send(new FormData(form));

    function away() {
      state.textContent = state.dataset.away;
      button.disabled = false;
    }
  });
}
