using static NtmServerless.Conformance.Runs;

namespace NtmServerless.Conformance;

/// <summary>A host that answers a case otherwise, in exactly these words.</summary>
public sealed record Difference(Runs Where, string Case, string Answer, string Why);

/// <summary>Every difference that is allowed, with its reason. Nothing else is.</summary>
public static class Differences
{
    public static readonly IReadOnlyList<Difference> OfAnswers =
    [
        new(UnderTheOfficialHost, "Two slashes", "404 empty of the host", "No route of ours begins with an empty part there; nothing links to it."),
        new(UnderTheOfficialHost, "POST to the first page", "204 empty of the host", FirstPage),
        new(UnderTheOfficialHost, "PUT to the first page", "204 empty of the host", FirstPage),
        new(UnderTheOfficialHost, "OPTIONS to the first page", "204 empty of the host", FirstPage),
        new(UnderTheOfficialHost, "DELETE to the first page", "204 empty of the host", FirstPage),
        new(UnderTheOfficialHost, "The host's own API, asked by nobody", "401 empty of the host | WWW-Authenticate: Bearer", OtherSignIns),
        new(UnderTheOfficialHost, "Running a timer without the host's key", "401 empty of the host | WWW-Authenticate: Bearer", OtherSignIns),
        new(UnderTheOfficialHost, "An address of the host's own API that is not there", "404 page",
            "What it does not know below /admin goes on to the functions; LocalHost keeps all of it, and says nothing to who has no key."),
        new(UnderTheOfficialHost, "The durable extension's own API", "401 empty of the host", "LocalHost has that API under /admin/durable."),
        new(UnderTheOfficialHost, "A body over the host's own limit", "500 empty of the host", Limit),
        new(UnderTheOfficialHost, "A body over the host's own limit that does not tell its length", "500 empty of the host", Limit),
        new(UnderTheOfficialHost, "A forged id of an invocation", "500 empty of the host",
            "It sends the client's id on beside its own, and the worker takes neither: after 15 s that request fails. LocalHost takes it out."),
        new(UnderTheOfficialHost, "Running a timer without a body", "415 empty of the host", "It wants JSON, of which a timer reads nothing."),
        new(UnderTheOfficialHost, "Running a timer with the host's key in the address", "202 empty of the host", "Addresses end in logs: LocalHost takes the key in the header only."),
        new(UnderTheOfficialHost, "Running what is no timer", "202 empty of the host", "It can run any function so; LocalHost only what nobody else can start."),
    ];

    private const string FirstPage = "It answers there itself where its own first page is turned off.";
    private const string OtherSignIns = "It knows other ways to sign in than the key, and names them.";
    private const string Limit = "Both refuse it before the app sees it; 28 MB is what the app takes.";

    /// <summary>Headers that a host adds.</summary>
    public static readonly IReadOnlyList<(Runs Where, string Name, string Why)> OfHeaders =
    [
        (UnderTheOfficialHost, "Server", "It says Kestrel, and has no setting for that."),
    ];
}
