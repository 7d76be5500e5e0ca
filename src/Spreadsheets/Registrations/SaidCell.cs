namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>What a cell said that was not taken as it stands.</summary>
/// <param name="Text">As the file has it; empty where nothing stood there.</param>
/// <param name="Error">Why it could not be read, a code of <c>fields.json</c>; null where it was concluded from, or mended in the page.</param>
public sealed record SaidCell(string Text, string? Error = null);
