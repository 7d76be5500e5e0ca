namespace NtmServerless.Domain.PeriodicReports;

/// <summary>What the compiling unit writes of its own.</summary>
public sealed record CompilerRemark(string? Difficulties, string? Proposals);
