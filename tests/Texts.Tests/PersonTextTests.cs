using System.Text.Json;
using System.Text.Json.Nodes;
using NtmServerless.Domain.Privacy;
using NtmServerless.Domain.Registrations;
using Xunit;

namespace NtmServerless.Texts.Tests;

/// <summary>Each field of a person has the words that forms, lists and the privacy page ask for, and no word is left of a field that is gone.</summary>
public sealed class PersonTextTests
{
    private static readonly VietnameseTexts Texts = new();

    private static readonly string[] Keys = [.. JsonNode.Parse(File.ReadAllText(
        Path.Combine(AzuriteServer.RepositoryRoot(), "src", "Texts", "vi", "pages", "person.json")))!.AsObject().Select(t => t.Key)];

    [Fact]
    public void Field_EachOne_HasItsWords() => Assert.Equal([], PersonField.All.SelectMany(f => Needed(f).Where(key => !Keys.Contains(key))));

    [Fact]
    public void Text_EachOne_BelongsToAField()
    {
        string[] known = [.. PersonField.All.SelectMany(Possible), "person.female", "person.male", "person.choose", "person.more"];
        Assert.Equal([], Keys.Except(known));
    }

    [Fact]
    public void Headers_NameOneFieldEach() => Assert.Equal([], PersonField.In(PersonForms.List)
        .Where(f => Keys.Contains($"person.headers-{Kebab(f.Name)}"))
        .SelectMany(f => Texts.Headers(f).Select(word => (Word: word, f.Name)))
        .GroupBy(h => h.Word).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(h => h.Name))}"));

    [Fact]
    public void Datum_EachOneOfTheRegister_HasItsWords()
    {
        string[] needed =
        [
            .. PersonalRegister.All.Keys.SelectMany(d => (string[])[$"privacy.why-{Kebab($"{d}")}", $"privacy.where-{Kebab($"{d}")}"]),
            .. PersonalRegister.All.Keys.Where(d => PersonField.All.All(f => f.Datum != d)).Select(d => $"privacy.data-{Kebab($"{d}")}"),
            .. Enum.GetNames<Keeping>().Select(k => $"privacy.keep-{Kebab(k)}"),
        ];
        Assert.Equal([], needed.Where(key => !Texts.Has(key)));
    }

    private static IEnumerable<string> Needed(PersonField field)
    {
        yield return $"person.label-{Kebab(field.Name)}";
        if (field.Forms.HasFlag(PersonForms.List)) yield return $"person.headers-{Kebab(field.Name)}";
        if (field.Forms.HasFlag(PersonForms.List) && (field.Limit > 0 || field == PersonField.BirthYear) && field != PersonField.UnitId)
            yield return $"person.example-{Kebab(field.Name)}";
    }

    private static IEnumerable<string> Possible(PersonField field) =>
        from what in (string[])["label", "hint", "suggestions", "column", "headers", "example"]
        from form in (string[])["", "-public", "-officer", "-walk-in"]
        select $"person.{what}-{Kebab(field.Name)}{form}";

    private static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
