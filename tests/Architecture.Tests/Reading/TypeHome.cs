namespace NtmServerless.Architecture.Tests.Reading;

/// <summary>Where a type is declared, and in which other files it is used.</summary>
internal sealed record TypeHome(string FullName, IReadOnlyList<SourceFile> Files, IReadOnlyList<SourceFile> UsedIn)
{
    public bool HasItsOwnFile => Files.Any(file => file.Name == FullName.Split('.')[^1]);

    public static IReadOnlyList<TypeHome> Of(IReadOnlyList<DeclaredType> declared, IEnumerable<TypeUse> uses)
    {
        ILookup<string, SourceFile> homes = declared.ToLookup(type => type.FullName, type => type.File);
        ILookup<string, string> users = uses.ToLookup(use => use.To, use => use.From);
        return
        [
            .. homes.Select(home => new TypeHome(
                home.Key, [.. home], [.. users[home.Key].Where(homes.Contains).Select(user => homes[user].First()).Distinct().Except(home)])),
        ];
    }
}
