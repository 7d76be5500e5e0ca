using System.Reflection;
using NtmServerless.Domain.Evidence;
using NtmServerless.Domain.Privacy;
using Xunit;

namespace NtmServerless.Functions.Tests.Privacy;

/// <summary>Of everything that is stored it is decided whether it is about a person, and what becomes of it.</summary>
public sealed class StoredTextTests
{
    [Fact]
    public void Text_EachOneThatIsStored_IsPersonalOrSaysWhyNot()
    {
        (PropertyInfo Property, PersonalDatum? Datum)[] texts = [.. StoredText.All()];

        Assert.Contains(texts, t => StoredText.NameOf(t.Property) == "PersonalData.FullName" && t.Datum == PersonalDatum.Identity);
        Assert.Equal([], texts.Where(t => t.Datum is null && !NotPersonal.Knows(t.Property)).Select(t => StoredText.NameOf(t.Property)).Order());
    }

    [Fact]
    public void Text_ThatIsMarked_IsNotOnTheOtherList() => Assert.Equal([], StoredText.All()
        .Where(t => t.Property.GetCustomAttribute<PersonalAttribute>() is not null && NotPersonal.Knows(t.Property)).Select(t => StoredText.NameOf(t.Property)));

    [Fact]
    public void Register_HoldsEveryDatumOnce_AndEachIsStoredSomewhere()
    {
        Assert.Equal(Enum.GetValues<PersonalDatum>(), PersonalRegister.All.Keys);
        PersonalDatum?[] stored =
        [
            .. StoredText.All().Select(t => t.Datum),
            .. PersonField.All.Select(f => (PersonalDatum?)f.Datum),
            .. Enum.GetNames<EvidenceKind>().Select(name => typeof(EvidenceKind).GetField(name)!.GetCustomAttribute<PersonalAttribute>()?.Datum),
            typeof(DocumentSource).GetProperty(nameof(DocumentSource.Registrations))!.GetCustomAttribute<PersonalAttribute>()?.Datum,
        ];
        Assert.Equal([], Enum.GetValues<PersonalDatum>().Where(d => !stored.Contains(d)));
    }

    [Fact]
    public void File_EachKind_IsMarked() => Assert.All(
        Enum.GetNames<EvidenceKind>(), name => Assert.NotNull(typeof(EvidenceKind).GetField(name)!.GetCustomAttribute<PersonalAttribute>()));
}
