namespace NtmServerless.Functions.Hosting;

/// <summary>
/// The function only shows records: where one is damaged it shows the rest, and says that one is missing, on the page or in
/// <see cref="Header"/>. What counts seats, makes a document, a file or a report has it not, and refuses.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShowsTheRestAttribute : Attribute
{
    /// <summary>The header of an answer of the API that tells how many records are missing in it.</summary>
    public const string Header = "X-Missing-Records";
}
