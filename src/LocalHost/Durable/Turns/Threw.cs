namespace NtmServerless.LocalHost.Durable.Turns;

internal sealed record Threw(Failure Failure) : Ending;
