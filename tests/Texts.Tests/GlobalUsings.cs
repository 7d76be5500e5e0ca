global using NtmServerless.Testing;
