namespace NtmServerless.Functions.Hosting;

/// <summary>A request without a form.</summary>
public sealed record NoForm;
