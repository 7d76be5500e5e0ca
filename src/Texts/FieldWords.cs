using System.Text.Json;

namespace NtmServerless.Texts;

/// <summary>The words for the fields of a person, from <c>person.json</c>. Some forms have words of their own.</summary>
public static class FieldWords
{
    /// <summary>What a form calls the field.</summary>
    public static string Label(this VietnameseTexts texts, PersonField field, PersonForms form = PersonForms.Officer) =>
        texts.Own($"person.label-{Key(field.Name)}", form) ?? texts[$"person.label-{Key(field.Name)}"];

    /// <summary>What helps to fill it in; null where nothing has to be said.</summary>
    public static string? Hint(this VietnameseTexts texts, PersonField field, PersonForms form) => texts.Own($"person.hint-{Key(field.Name)}", form);

    /// <summary>What a form offers to choose from, besides one's own words.</summary>
    public static IReadOnlyList<string> Suggestions(this VietnameseTexts texts, PersonField field, PersonForms form) =>
        texts.Own($"person.suggestions-{Key(field.Name)}", form)?.Split(", ") ?? [];

    /// <summary>What stands over its column in a list.</summary>
    public static string Column(this VietnameseTexts texts, PersonField field) => texts.Find($"person.column-{Key(field.Name)}") ?? texts.Label(field);

    /// <summary>What communes write over its column, without accents.</summary>
    public static IReadOnlyList<string> Headers(this VietnameseTexts texts, PersonField field) => texts[$"person.headers-{Key(field.Name)}"].Split(", ");

    /// <summary>What an example says; null where it is chosen from a list.</summary>
    public static string? Example(this VietnameseTexts texts, PersonField field) => texts.Find($"person.example-{Key(field.Name)}");

    private static string? Own(this VietnameseTexts texts, string key, PersonForms form) => texts.Find($"{key}-{Key(form.ToString())}");

    private static string? Find(this VietnameseTexts texts, string key) => texts.Has(key) ? texts[key] : null;

    private static string Key(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
