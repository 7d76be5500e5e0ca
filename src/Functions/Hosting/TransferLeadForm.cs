namespace NtmServerless.Functions.Hosting;

/// <summary>Which unit gets the lead of a class or a tour, and why.</summary>
public sealed record TransferLeadForm(string? ToUnitId, string? Reason);
