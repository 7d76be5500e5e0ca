using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Domain.Tests.Registrations;

/// <summary>The list of a person's fields and what is kept, asked and mapped are the same.</summary>
public sealed class PersonFieldTests
{
    [Fact]
    public void Field_EachOneThatIsKept_IsInTheList() => Assert.Equal(
        PersonField.All.Select(f => f.Name).Order(), Names(typeof(PersonalData), typeof(CountedTraits)));

    [Fact]
    public void Field_EachOneOfTheForm_IsInTheList() => Assert.Equal(
        PersonField.All.Select(f => f.Name).Order(), Names(typeof(RegistrationForm)).Except(["consent", "anotherPerson"]));

    [Fact]
    public void Field_EachOneOfACountedTrait_IsAsCounted() => Assert.All(
        PersonField.All.Where(f => f.Limit == 0 && f != PersonField.BirthYear), f => Assert.Contains(f.Name, Names(typeof(CountedTraits))));

    [Fact]
    public void Detail_EachOne_ReadsWhatItWrote() => Assert.All(PersonField.Details, field =>
    {
        PersonDetails filled = field.With(new PersonDetails(), "x");
        Assert.Equal(["x"], PersonField.Details.Select(f => f.Of(filled)).Where(text => text is not null));
        Assert.Equal("x", filled.GetType().GetProperty(char.ToUpperInvariant(field.Name[0]) + field.Name[1..])!.GetValue(filled));
    });

    [Fact]
    public void Detail_TooLong_IsRefusedByItsLimit() => Assert.All(PersonField.Details, field =>
    {
        RegistrationForm form = (RegistrationForm)field.With(new RegistrationForm(), new string('a', field.Limit + 1));
        InvalidInputException refused = Assert.Throws<InvalidInputException>(() => form.Check(2024, _ => true, phone => phone));
        Assert.Contains(refused.Errors, e => e.Field == field.Name && e.Code == "too-long");
    });

    [Fact]
    public void Outside_EachFieldOfAnOutsideForm_CanBeMapped()
    {
        string[] mapped = [.. Enum.GetNames<RegistrationField>().Select(Camel)];
        Assert.Equal(
            mapped.Except(["note", "classId", "submissionId"]).Order(), PersonField.In(PersonForms.Outside).Select(f => f.OutsideName).Order());
        JsonNode schema = JsonNode.Parse(SamplePlan.RepositoryFile("plans/plan.schema.json"))!;
        Assert.Equal(mapped, schema["$defs"]!["formField"]!["properties"]!["to"]!["enum"]!.AsArray().Select(value => value!.GetValue<string>()));
    }

    private static IEnumerable<string> Names(params Type[] types) =>
        types.SelectMany(t => t.GetProperties()).Where(p => p.CanWrite).Select(p => Camel(p.Name)).Order();

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
