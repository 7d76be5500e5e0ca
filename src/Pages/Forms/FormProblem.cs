namespace NtmServerless.Pages.Forms;

/// <summary>Why a form was not taken, and what to do.</summary>
/// <param name="Code">The stable name of the problem.</param>
public sealed record FormProblem(string Code, string Title, string Detail);
