namespace NtmServerless.LocalHost.Durable.Turns;

internal sealed record Returned(string? Output) : Ending;
