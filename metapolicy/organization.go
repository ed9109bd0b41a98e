package metapolicy

import (
	"iter"
	"slices"

	"github.com/footnote-go/footnote/corpus/fact"
)

// An Organization is a company, a foundation, an agency, or a part of one. The zero
// Organization is none.
type Organization string

// The organizations of the article.
const (
	Meta                       Organization = "meta"
	FAIR                       Organization = "fair"
	SuperintelligenceLab       Organization = "superintelligence-lab"
	NextGenerationAIInitiative Organization = "next-generation-ai-initiative"
	OpenAI                     Organization = "openai"
	Anthropic                  Organization = "anthropic"
	Google                     Organization = "google"
	GoogleDeepMind             Organization = "google-deepmind"
	Mistral                    Organization = "mistral"
	DeepSeek                   Organization = "deepseek"
	Qwen                       Organization = "qwen" // Alibaba's
	Alibaba                    Organization = "alibaba"
	Apple                      Organization = "apple"
	ByteDance                  Organization = "bytedance"
	HuggingFace                Organization = "hugging-face"
	LinuxFoundation            Organization = "linux-foundation"
	AWSBedrock                 Organization = "aws-bedrock"
	OpenSourceInitiative       Organization = "osi"
	OpenUK                     Organization = "openuk"
	ScaleAI                    Organization = "scale-ai"
	NTIA                       Organization = "ntia"
	OpenComputeProject         Organization = "open-compute-project"
)

var organizations = [...]Organization{
	Meta, FAIR, SuperintelligenceLab, NextGenerationAIInitiative,
	OpenAI, Anthropic, Google, GoogleDeepMind,
	Mistral, DeepSeek, Qwen, Alibaba, Apple, ByteDance,
	HuggingFace, LinuxFoundation, AWSBedrock,
	OpenSourceInitiative, OpenUK, ScaleAI, NTIA, OpenComputeProject,
}

// Organizations returns the organizations of the article.
func Organizations() iter.Seq[Organization] { return slices.Values(organizations[:]) }

// An OrganizationRole is what an organization is in the article.
type OrganizationRole string

// The roles of organizations, as this package sorts them: the article calls nobody
// a regulator, and what makes a body one of standards is its work.
const (
	RoleVendor        OrganizationRole = "vendor"
	RoleRival         OrganizationRole = "rival"
	RolePartner       OrganizationRole = "partner"
	RoleCritic        OrganizationRole = "critic"
	RoleRegulator     OrganizationRole = "regulator"      // a public body that inquires or rules
	RoleStandardsBody OrganizationRole = "standards-body" // one that defines or measures by a standard
	RoleLab           OrganizationRole = "lab"
)

// A Part is what an organization plays.
type Part struct {
	Role OrganizationRole `json:"role"`
	To   Entity           `json:"to,omitempty"` // towards whom, "" if that isn't said
	Text string           `json:"text"`
}

// Name returns the organization's name.
func (o Organization) Name() string { return Entity(o).Name() }

// String returns the organization's name.
func (o Organization) String() string { return Entity(o).String() }

// Roles returns what the organization is in the article: a vendor, a rival of Meta,
// a critic.
func (o Organization) Roles() iter.Seq[fact.Stated[Part]] {
	return about(string(o), "organization", func(e entry) Part {
		return Part{e.data.Role, e.data.To, e.data.Text}
	}, "role")
}

// Rivals returns whom the article calls a rival of the organization; each fact is
// about the rival.
func (o Organization) Rivals() iter.Seq[fact.Stated[Organization]] {
	return pick(Facts().OfKind("organization"), func(e entry) bool {
		return o != "" && e.Property() == "role" && e.data.Role == RoleRival && e.data.To == Entity(o)
	}, func(e entry) Organization { return Organization(e.subject) })
}

// BusinessModel returns what the organization lives on.
func (o Organization) BusinessModel() iter.Seq[fact.Stated[string]] {
	return about(string(o), "organization", entry.text, "business model")
}

// OfficialPositions returns what the organization says of itself officially.
func (o Organization) OfficialPositions() iter.Seq[fact.Stated[string]] {
	return about(string(o), "organization", entry.text, "official position")
}

// SafetyApproaches returns how the organization goes about safety.
func (o Organization) SafetyApproaches() iter.Seq[fact.Stated[string]] {
	return about(string(o), "safety", entry.text, "approach", "biorisk protections")
}

// Facts returns all facts about the organization.
func (o Organization) Facts() iter.Seq[fact.Fact] { return Entity(o).Facts() }

// Relations returns with whom the organization works, on whom it builds, what it
// hosts; [Organization.Rivals] has with whom it competes.
func (o Organization) Relations() iter.Seq[fact.Stated[Relation]] { return Entity(o).Relations() }

// Criticisms returns what is criticised of the organization;
// [Organization.Criticises] what it criticises.
func (o Organization) Criticisms() iter.Seq[fact.Stated[Criticism]] { return Entity(o).Criticisms() }

// Criticises returns what the organization criticises.
func (o Organization) Criticises() iter.Seq[fact.Stated[Criticism]] {
	return where(Criticisms(), func(c Criticism) bool { return slices.Contains(c.Critics, Entity(o)) })
}
