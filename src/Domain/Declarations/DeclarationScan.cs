namespace NtmServerless.Domain.Declarations;

/// <summary>The paper behind a declared class, kept under its hash.</summary>
public sealed record DeclarationScan(string Sha256, FileType Type, long Length);
