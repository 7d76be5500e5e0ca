using System.Text;
using Xunit;

namespace NtmServerless.Domain.Tests.Registrations;

public sealed class RegistrationFormTests
{
    private static readonly RegistrationForm Good = new()
    {
        FullName = " Lường  Thị Hoà ".Normalize(NormalizationForm.FormD),
        BirthYear = 1980,
        Sex = Sex.Female,
        EthnicGroup = " ",
        Phone = "0912 345 678",
        Village = "Bản Lề",
        UnitId = "xa-gia-cat",
        Audience = Audience.FarmOwner,
        Consent = true,
    };

    [Fact]
    public void Check_OfAGoodForm_GivesTheCleanApplicant() => Assert.Equal(
        new Applicant(
            new PersonalData { FullName = "Lường Thị Hoà", BirthYear = 1980, Phone = "+84912345678", Village = "Bản Lề" },
            new CountedTraits(Sex.Female, "xa-gia-cat", Audience.FarmOwner)),
        Check(Good));

    [Fact]
    public void Check_WithoutAPhone_IsFine() => Assert.Null(Check(Good with { Phone = "  " }).Phone);

    public static TheoryData<string, string, string> BadForms() => new()
    {
        { "no name", "fullName", "required" },
        { "name of digits", "fullName", "name-letters" },
        { "long name", "fullName", "too-long" },
        { "no year", "birthYear", "required" },
        { "a child", "birthYear", "birth-year" },
        { "too old", "birthYear", "birth-year" },
        { "least year", "birthYear", "birth-year" },
        { "no sex", "sex", "required" },
        { "formula as group", "ethnicGroup", "formula" },
        { "no village", "village", "required" },
        { "no unit", "unitId", "required" },
        { "unknown unit", "unitId", "unit-unknown" },
        { "no audience", "audience", "required" },
        { "long organisation", "organisation", "too-long" },
        { "bad phone", "phone", "phone" },
        { "no consent", "consent", "consent" },
    };

    [Theory]
    [MemberData(nameof(BadForms))]
    public void Check_OfABadForm_NamesFieldAndCode(string what, string field, string code)
    {
        RegistrationForm form = what switch
        {
            "no name" => Good with { FullName = null },
            "name of digits" => Good with { FullName = "12345" },
            "long name" => Good with { FullName = new string('a', 101) },
            "no year" => Good with { BirthYear = null },
            "a child" => Good with { BirthYear = 2010 },
            "too old" => Good with { BirthYear = 1913 },
            "least year" => Good with { BirthYear = int.MinValue },
            "no sex" => Good with { Sex = null },
            "formula as group" => Good with { EthnicGroup = "=cmd" },
            "no village" => Good with { Village = "" },
            "no unit" => Good with { UnitId = null },
            "unknown unit" => Good with { UnitId = "xa-khac" },
            "no audience" => Good with { Audience = null },
            "long organisation" => Good with { Organisation = new string('a', 151) },
            "bad phone" => Good with { Phone = "113" },
            _ => Good with { Consent = false },
        };
        FieldError error = Assert.Single(Assert.Throws<InvalidInputException>(() => Check(form)).Errors);
        Assert.Equal((field, code), (error.Field, error.Code));
    }

    [Theory]
    [InlineData(1914)]
    [InlineData(2009)]
    public void Check_OfTheOldestAndYoungest_IsFine(int year) => Assert.Equal(year, Check(Good with { BirthYear = year }).BirthYear);

    /// <remarks>The text of the refusal names these facts.</remarks>
    [Fact]
    public void Check_OfAYearThatCannotBe_SaysWhichYearsCan()
    {
        FieldError error = Assert.Single(Assert.Throws<InvalidInputException>(() => Check(Good with { BirthYear = 1913 })).Errors);
        Assert.Equal([("from", (object)"1914"), ("to", "2009")], error.Facts);
    }

    [Fact]
    public void Check_OfASubstitute_WantsAReason_AndKeepsItClean()
    {
        SubstituteForm form = new()
        {
            FullName = "Hoàng Văn Nam",
            BirthYear = 1980,
            Sex = Sex.Male,
            Village = "Bản Lề",
            UnitId = "xa-gia-cat",
            Audience = Audience.FarmOwner,
            Consent = true,
        };
        FieldError error = Assert.Single(Assert.Throws<InvalidInputException>(() => Check(form)).Errors);
        Assert.Equal(("reason", "required"), (error.Field, error.Code));
        SubstituteForm because = form with { Reason = " Bận  việc nhà " };
        Assert.Equal(("Hoàng Văn Nam", "Bận việc nhà"), (Check(because).FullName, because.KeptReason()));
    }

    [Fact]
    public void Check_OfAnEmptyForm_NamesEveryFieldOnce() => Assert.Equal(
        ["fullName", "birthYear", "sex", "village", "unitId", "audience", "consent"],
        Assert.Throws<InvalidInputException>(() => Check(new RegistrationForm())).Errors.Select(e => e.Field));

    private static Applicant Check(RegistrationForm form) =>
        form.Check(2024, unit => unit == "xa-gia-cat", typed => typed.Length > 6 ? "+84" + typed.Replace(" ", "")[1..] : null);
}
