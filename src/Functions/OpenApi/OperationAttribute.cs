namespace NtmServerless.Functions.OpenApi;

/// <summary>What the API description says of an HTTP function beyond its route. Its example stands in examples.json under the function's name.</summary>
/// <param name="summary">One sentence, in Vietnamese: the description is read by officers' programs and their makers.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OperationAttribute(string summary) : Attribute
{
    public string Summary { get; } = summary;

    /// <summary>The form that it takes as JSON (or as a plain form post); null: none.</summary>
    public Type? Takes { get; init; }

    /// <summary>The record that it answers with; null: <see cref="Media"/> says what.</summary>
    public Type? Gives { get; init; }

    /// <summary>The status of success.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The media type of the answer.</summary>
    public string Media { get; init; } = "application/json";

    /// <summary>The media type of the request, where it is not a form.</summary>
    public string TakesMedia { get; init; } = "application/json";

    /// <summary>Of an upload: nothing goes with the file.</summary>
    public bool FileAlone { get; init; }

    /// <summary>Of a POST: an idempotency key makes its repeat the same as once. Not where it only looks up, or is the same by itself.</summary>
    public bool TakesKey { get; init; } = true;
}
