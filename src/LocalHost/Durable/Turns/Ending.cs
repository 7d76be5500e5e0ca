namespace NtmServerless.LocalHost.Durable.Turns;

internal abstract record Ending;
