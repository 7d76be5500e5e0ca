namespace NtmServerless.Architecture.Tests.Reading;

/// <summary>That something of one namespace uses something of another, and by which types.</summary>
internal sealed record Arrow(string From, string To, IReadOnlyList<TypeUse> Uses);
