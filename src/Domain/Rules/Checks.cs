using System.Globalization;
using System.Text;

namespace NtmServerless.Domain.Rules;

/// <summary>Collects what is wrong with a form, field by field, and cleans texts on the way (NFC, one space between words).</summary>
public sealed class Checks
{
    // Spreadsheets run a cell that starts with one of these as a formula; no Vietnamese name or place does.
    private const string FormulaStarts = "=+-@";

    // A Vietnamese letter is up to three characters before it is put together: the limit holds for what is kept.
    private const int Spread = 4;

    private readonly List<FieldError> _errors = [];

    /// <summary>What was found wrong so far.</summary>
    public IReadOnlyList<FieldError> Errors => _errors;

    public void Fail(string field, string code, params (string Name, object Value)[] facts) =>
        _errors.Add(new FieldError(field, code, facts));

    public void Require(bool holds, string field, string code, params (string Name, object Value)[] facts)
    {
        if (!holds) Fail(field, code, facts);
    }

    /// <summary>A required single-line text, at most <paramref name="limit"/> characters after cleaning.</summary>
    public string Text(string field, string? value, int limit)
    {
        string? clean = OptionalText(field, value, limit);
        if (string.IsNullOrEmpty(clean) && !_errors.Exists(e => e.Field == field)) Fail(field, "required");
        return clean ?? "";
    }

    /// <summary>A single-line text that may be missing; null when it is empty.</summary>
    public string? OptionalText(string field, string? value, int limit)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        if (value.Length > limit * Spread) return TooLong(field, limit);
        if (HasForbidden(value, allowLines: false))
        {
            Fail(field, "control-character");
            return null;
        }

        string clean = PlainText.Clean(value);
        if (clean.Length == 0) return null;
        if (clean.Length > limit) return TooLong(field, limit);
        if (FormulaStarts.Contains(clean[0], StringComparison.Ordinal))
        {
            Fail(field, "formula");
            return null;
        }

        return clean;
    }

    /// <summary>A text of several lines that may be missing; null when it is empty.</summary>
    public string? Paragraphs(string field, string? value, int limit)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        if (value.Length > limit * Spread) return TooLong(field, limit);
        if (HasForbidden(value, allowLines: true))
        {
            Fail(field, "control-character");
            return null;
        }

        string clean = value.Normalize(NormalizationForm.FormC).Trim();
        return clean.Length > limit ? TooLong(field, limit) : clean;
    }

    /// <summary>A required text of several lines.</summary>
    public string RequiredParagraphs(string field, string? value, int limit)
    {
        string? clean = Paragraphs(field, value, limit);
        if (clean is null && !_errors.Exists(e => e.Field == field)) Fail(field, "required");
        return clean ?? "";
    }

    /// <summary>A required value that is no text; where it is missing, whatever stands for none of its type.</summary>
    public T Value<T>(string field, T? value)
        where T : struct
    {
        Require(value is not null, field, "required");
        return value.GetValueOrDefault();
    }

    public void ThrowIfAny()
    {
        if (_errors.Count > 0) throw new InvalidInputException(_errors);
    }

    private string? TooLong(string field, int limit)
    {
        Fail(field, "too-long", ("limit", limit));
        return null;
    }

    // Bidirectional overrides reorder what a reader sees; lone surrogates cannot be stored.
    private static bool HasForbidden(string value, bool allowLines)
    {
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (char.IsControl(c) && !(allowLines && c is '\n' or '\r' or '\t')) return true;
            if (!allowLines && c is '\u2028' or '\u2029') return true;
            // What stands for letters that were lost on the way is no letter.
            if (c is PlainText.Replacement) return true;
            if (c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069') return true;
            if (char.IsSurrogate(c))
            {
                if (!char.IsHighSurrogate(c) || i + 1 == value.Length || !char.IsLowSurrogate(value[i + 1])) return true;
                i++;
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.OtherNotAssigned)
            {
                return true;
            }
        }

        return false;
    }
}
