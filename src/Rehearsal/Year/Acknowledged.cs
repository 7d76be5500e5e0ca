namespace NtmServerless.Rehearsal.Year;

/// <summary>A registration that the app acknowledged, as the person holds it in hand.</summary>
internal sealed record Acknowledged(string ClassId, string Code, int Sequence, string Status);
