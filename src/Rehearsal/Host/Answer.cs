using System.Text.Json;

namespace NtmServerless.Rehearsal.Host;

/// <summary>What the app answered.</summary>
internal sealed record Answer(string Asked, int Status, string Body)
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Body, Options).RootElement;

    public string Text(string property) => Json.GetProperty(property).GetString() ?? "";

    /// <summary>The last part of the problem's type.</summary>
    public string Problem => Text("type").Split('/', ':')[^1];

    /// <exception cref="RehearsalException">Another answer came; it is told whole.</exception>
    public Answer Must(int status) =>
        Status == status ? this : throw new RehearsalException($"{Asked}: chờ {status}, nhận {Status}: {Body}");

    /// <summary>The refusal that this scene is about.</summary>
    public Answer MustRefuse(int status, string problem) =>
        Status == status && Problem == problem
            ? this
            : throw new RehearsalException($"{Asked}: chờ {status} {problem}, nhận {Status}: {Body}");
}
