using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NtmServerless.Functions.Registrations;

/// <summary>A list of people as it was read out of a file. Until it is taken over it travels in the form itself: nothing is kept of it.</summary>
/// <param name="Left">Rows of the file that are no people.</param>
/// <param name="Unknown">Headers of columns that were not understood.</param>
public sealed record ImportList(IReadOnlyList<RosterRow> Rows, IReadOnlyList<LeftOutRows> Left, IReadOnlyList<string> Unknown)
{
    /// <summary>Six hundred lines with every field filled, and what the file says of them.</summary>
    public const int Limit = 1024 * 1024;
    private static readonly JsonSerializerOptions Json = new(Wire.Json) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static byte[] Written(RegistrationForm form) => JsonSerializer.SerializeToUtf8Bytes(form, Json);

    public string Written() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="BadFormException">400, 413: it is no list, or too large.</exception>
    public static ImportList Read(string json)
    {
        if (Encoding.UTF8.GetByteCount(json) > Limit) throw BadFormException.TooLarge(Limit);
        ImportList list = RequestJson.Read(() => JsonSerializer.Deserialize<ImportList>(json, Json));
        bool sound = list is { Rows.Count: > 0 and <= RosterFile.MaxRows, Left: not null, Unknown: not null }
            && list.Rows.All(r => r is { Sheet: not null, Form: not null, Said: not null } && r.Said.Values.All(c => c?.Text is not null))
            && list.Left.All(l => l is { Sheet: not null, Lines: not null, Text: not null }) && list.Unknown.All(u => u is not null);
        return sound ? list : throw new BadFormException("bad-request", 400);
    }

    /// <summary>Where a line stands: its number, with the sheet where people come from several.</summary>
    public string PlaceOf(RosterRow row, VietnameseTexts texts) => Rows.Any(r => r.Sheet != row.Sheet)
        ? texts["roster.sheet-place", ("line", row.Line), ("sheet", row.Sheet)] : $"{row.Line}";
}
