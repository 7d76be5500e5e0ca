namespace NtmServerless.Domain.Ids;

/// <summary>An id of one kind of record: its own type, so that a class's id cannot be passed where a plan's is meant. On the wire and in rows it is
/// its text.</summary>
/// <typeparam name="T">The type itself.</typeparam>
public interface IId<T>
    where T : struct, IId<T>
{
    /// <summary>The text; empty for the default value, which is no record's id.</summary>
    string Value { get; }

    /// <summary>The id of this text, which is trusted: what comes from outside is checked where it comes in.</summary>
    static abstract T From(string value);
}
