using NtmServerless.Domain.People;

namespace NtmServerless.Rehearsal.Cast;

/// <summary>Finds the people of one class: most from its host commune and villages around, each of them once.</summary>
internal sealed class Casting(Random random, string hostUnitId, bool union)
{
    private static readonly string[] Communes =
    [
        "thi-tran-cao-loc", "thi-tran-dong-dang", "xa-bao-lam", "xa-binh-trung", "xa-cao-lau", "xa-cong-son", "xa-gia-cat", "xa-hai-yen",
        "xa-hoa-cu", "xa-hong-phong", "xa-hop-thanh", "xa-loc-yen", "xa-mau-son", "xa-phu-xa", "xa-tan-lien", "xa-tan-thanh", "xa-thach-dan",
        "xa-thanh-loa", "xa-thuy-hung", "xa-xuan-long", "xa-xuat-le", "xa-yen-trach",
    ];

    private static readonly string[] Prefixes = ["091", "097", "098", "036", "037", "038", "086", "035"];

    private static readonly (string Audience, int Weight, string? Organisation)[] Roles =
    [
        ("committeeOrBoardMember", 12, "Ban Quản lý xã"),
        ("villageDevelopmentBoard", 30, "Ban Phát triển thôn"),
        ("cooperative", 10, "Hợp tác xã nông nghiệp"),
        ("cooperativeGroup", 10, "Tổ hợp tác"),
        ("farmOwner", 10, null),
        ("exemplaryHousehold", 28, null),
    ];

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private string? _familyPhone;

    public Random Random => random;

    /// <summary>Somebody who is not in the class yet.</summary>
    public Person Next(string? fromUnit = null)
    {
        for (; ; )
        {
            Person person = Draw(fromUnit ?? (random.Next(100) < 60 ? hostUnitId : Names.Pick(random, Communes)));
            if (_known.Add(PersonKey.Of(person.FullName, person.BirthYear, person.Village, person.UnitId))) return person;
        }
    }

    public IReadOnlyList<Person> Take(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];

    /// <summary>A participant of a class of the organisations, fit for their outside form.</summary>
    public Person Member() => Next() with { Audience = "unionMember", Organisation = null };

    private Person Draw(string unit)
    {
        bool woman = random.Next(100) < 46;
        (string name, string group) = Names.Draw(random, woman);
        (string audience, string? organisation) = Audience();
        string village = Villages.Of(unit)[random.Next(Villages.PerCommune)];
        return new Person(name, 1958 + random.Next(47), woman, group, Phone(), village, unit, audience, organisation);
    }

    private (string Audience, string? Organisation) Audience()
    {
        if (union && random.Next(100) < 80) return ("unionMember", null);
        int at = random.Next(Roles.Sum(r => r.Weight));
        int role = 0;
        while (at >= Roles[role].Weight) at -= Roles[role++].Weight;
        return (Roles[role].Audience, Roles[role].Organisation);
    }

    // One in eight has no phone; one in ten gives that of the family member before.
    private string? Phone()
    {
        int kind = random.Next(40);
        if (kind < 5) return null;
        if (kind < 9 && _familyPhone is not null) return _familyPhone;
        _familyPhone = $"{Names.Pick(random, Prefixes)}{random.Next(1_000_000, 9_999_999)}";
        return _familyPhone;
    }
}
