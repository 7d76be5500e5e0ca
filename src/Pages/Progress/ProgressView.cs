namespace NtmServerless.Pages.Progress;

/// <summary>How far a plan year has come.</summary>
/// <param name="Plan">Null before any plan was loaded; then there are no figures.</param>
public sealed record ProgressView(Plan? Plan, ProgressFigures? Figures, ListPaths Lists);
