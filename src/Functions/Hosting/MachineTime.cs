namespace NtmServerless.Functions.Hosting;

/// <summary>The machine's clock. Sessions live by it: business time may stand still or jump a month.</summary>
public sealed record MachineTime(TimeProvider Clock);
