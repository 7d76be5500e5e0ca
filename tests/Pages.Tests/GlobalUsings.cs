global using NtmServerless.Pages.Forms;
