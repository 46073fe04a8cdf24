package rest

// Handling is what every record carries beside its own fields. A body may
// repeat it; it is not read.
type Handling struct {
	Version int64    `json:"version,omitempty" readOnly:"true" example:"3" doc:"Version, as in the ETag"`
	Can     []string `json:"can,omitempty" readOnly:"true" enum:"update,delete,rank,prefer" example:"update" doc:"What you may do with it"`
	Locked  []string `json:"locked,omitempty" readOnly:"true" example:"cohort" doc:"Fields that you may not set; leave them out or as they were"`
}

// Institution provides experts.
type Institution struct {
	ID        string   `json:"id,omitempty" maxLength:"200" example:"x1" doc:"Stable id; staff may choose it, otherwise it is made"`
	Name      Name     `json:"name,omitzero"`
	Kind      string   `json:"kind,omitempty" maxLength:"2000" example:"consultancy"`
	Country   string   `json:"country,omitempty" maxLength:"2" example:"KR" doc:"ISO 3166-1 alpha-2"`
	Region    string   `json:"region,omitempty" maxLength:"2000" example:"서울"`
	Fields    []string `json:"fields,omitempty" maxItems:"200" maxLength:"2000" example:"strategy,technology" doc:"What its experts cover"`
	Capacity  *Count   `json:"capacity,omitempty" doc:"Companies directed at once; its own people and staff see it"`
	Conflicts []string `json:"conflicts,omitempty" maxItems:"2000" maxLength:"200" doc:"Ids it must not be paired with; its own people and staff see them"`
	Handling
}

// Cohort is a year's intake of companies.
type Cohort struct {
	ID     string `json:"id,omitempty" maxLength:"200" example:"k2026" doc:"Stable id; staff may choose it, otherwise it is made"`
	Name   Name   `json:"name,omitzero"`
	Year   *int   `json:"year,omitempty" minimum:"1000" maximum:"9999" example:"2026"`
	Starts string `json:"starts,omitempty" format:"date" example:"2026-03-01"`
	Ends   string `json:"ends,omitempty" format:"date" example:"2029-02-28"`
	Rules  []Rule `json:"rules,omitempty" maxItems:"100" doc:"Eligibility, as data"`
	Handling
}

// Rule is one rule of eligibility.
type Rule struct {
	Field  string    `json:"field" minLength:"1" maxLength:"200" example:"founded" doc:"A field of the company, or age (years since founding), certificates (kinds in force), revenue (newest year, KRW)"`
	Op     string    `json:"op" enum:"eq,ne,lt,le,gt,ge,in,not_in,known" example:"le"`
	Value  RuleValue `json:"value,omitempty" doc:"What to compare with"`
	Reason Text      `json:"reason,omitzero" doc:"Shown where the rule is not met"`
}

// Person is somebody of an organisation.
type Person struct {
	ID           string   `json:"id,omitempty" maxLength:"200" example:"p1" doc:"Stable id; staff may choose it, otherwise it is made"`
	Email        string   `json:"email,omitempty" maxLength:"254" example:"lee@hanbit.example"`
	Phone        string   `json:"phone,omitempty" maxLength:"100" example:"+82 2 1234 5678"`
	Name         Name     `json:"name,omitzero"`
	Organisation string   `json:"organisation,omitempty" maxLength:"200" example:"c1" doc:"Id of a company, investor or institution"`
	Title        Name     `json:"title,omitzero"`
	Role         string   `json:"role,omitempty" maxLength:"2000" example:"founder"`
	Languages    []string `json:"languages,omitempty" maxItems:"50" maxLength:"35" example:"ko,en" doc:"BCP 47"`
	Timezone     string   `json:"timezone,omitempty" maxLength:"100" example:"Asia/Seoul" doc:"IANA zone"`
	Handling
}

// Company is a supported company.
type Company struct {
	ID               string        `json:"id,omitempty" maxLength:"200" example:"c1" doc:"Stable id; staff may choose it, otherwise it is made"`
	Name             Name          `json:"name,omitzero"`
	Cohort           string        `json:"cohort,omitempty" maxLength:"200" example:"k2026" doc:"Id of the cohort; set by staff"`
	RegistrationNo   string        `json:"registration_no,omitempty" maxLength:"100" example:"124-81-00998" doc:"Set by staff; the company and staff see it"`
	Founded          *int          `json:"founded,omitempty" minimum:"1000" maximum:"9999" example:"2016" doc:"Year"`
	Country          string        `json:"country,omitempty" maxLength:"2" example:"KR" doc:"ISO 3166-1 alpha-2"`
	Region           string        `json:"region,omitempty" maxLength:"2000" example:"경기"`
	City             string        `json:"city,omitempty" maxLength:"2000" example:"안산"`
	Industries       []string      `json:"industries,omitempty" maxItems:"100" maxLength:"6" example:"C29" doc:"KSIC codes"`
	IndustryRevision *int          `json:"industry_revision,omitempty" minimum:"1" maximum:"11" doc:"Revision of KSIC; 11 when left out"`
	Tags             []string      `json:"tags,omitempty" maxItems:"200" maxLength:"2000" example:"감속기,robotics"`
	SizeClass        string        `json:"size_class,omitempty" maxLength:"2000" example:"중기업"`
	Employees        *int          `json:"employees,omitempty" minimum:"0" maximum:"100000000" example:"48"`
	Stage            string        `json:"stage,omitempty" enum:",pre-seed,seed,series-a,series-b,series-c,growth,pre-ipo,public,other" example:"series-a"`
	Revenue          []YearAmount  `json:"revenue,omitempty" maxItems:"100" doc:"The company and staff see it"`
	Certificates     []Certificate `json:"certificates,omitempty" maxItems:"200" doc:"Others see the kinds alone"`
	Summary          Text          `json:"summary,omitzero"`
	Website          string        `json:"website,omitempty" maxLength:"2000" example:"https://hanbit.example"`
	HiddenFrom       []string      `json:"hidden_from,omitempty" maxItems:"2000" maxLength:"200" doc:"Ids of experts, investors and institutions that must not see it; the company and staff see the list"`
	Handling
}

// YearAmount is an amount of one year.
type YearAmount struct {
	Year   int    `json:"year" minimum:"1000" maximum:"9999" example:"2025"`
	Amount Amount `json:"amount"`
}

// Certificate is a certificate that a company holds.
type Certificate struct {
	Kind    string `json:"kind" minLength:"1" maxLength:"2000" example:"벤처기업확인"`
	Number  string `json:"number,omitempty" maxLength:"2000" example:"20260001"`
	Expires string `json:"expires,omitempty" format:"date" example:"2027-05-31"`
}

// Need is what a company asks for.
type Need struct {
	ID               string   `json:"id,omitempty" maxLength:"200" example:"n1" doc:"Stable id; staff may choose it, otherwise it is made"`
	Company          string   `json:"company,omitempty" maxLength:"200" example:"c1" doc:"Id of the company; a company's own may be left out"`
	Kind             string   `json:"kind" enum:"directing,investment,partner" example:"directing"`
	Title            Name     `json:"title,omitzero"`
	Detail           Text     `json:"detail,omitzero"`
	Topics           []string `json:"topics,omitempty" maxItems:"100" maxLength:"2000" example:"export,scale-up"`
	Fields           []string `json:"fields,omitempty" maxItems:"100" maxLength:"2000" example:"strategy"`
	Industries       []string `json:"industries,omitempty" maxItems:"100" maxLength:"6" example:"C29" doc:"KSIC codes"`
	IndustryRevision *int     `json:"industry_revision,omitempty" minimum:"1" maximum:"11" doc:"Revision of KSIC; 11 when left out"`
	Tags             []string `json:"tags,omitempty" maxItems:"200" maxLength:"2000" example:"감속기"`
	Markets          []string `json:"markets,omitempty" maxItems:"250" maxLength:"2" example:"US,VN" doc:"Countries"`
	Languages        []string `json:"languages,omitempty" maxItems:"50" maxLength:"35" example:"en" doc:"BCP 47"`
	Stage            string   `json:"stage,omitempty" enum:",pre-seed,seed,series-a,series-b,series-c,growth,pre-ipo,public,other" example:"series-a"`
	Amount           *Range   `json:"amount,omitempty"`
	Instrument       string   `json:"instrument,omitempty" maxLength:"2000" example:"RCPS"`
	UseOfFunds       Text     `json:"use_of_funds,omitzero"`
	Opened           string   `json:"opened,omitempty" format:"date" example:"2026-11-02"`
	Due              string   `json:"due,omitempty" format:"date" example:"2026-12-31"`
	Priority         *int     `json:"priority,omitempty" minimum:"1" maximum:"5" example:"3" doc:"1 low to 5 high; the company and staff see it"`
	Confidential     bool     `json:"confidential,omitempty" doc:"Only the company and staff see the need"`

	CompanyName Name     `json:"company_name,omitzero" readOnly:"true"`
	State       string   `json:"state,omitempty" readOnly:"true" enum:",draft,filed,returned,triaged,matched,agreed,closed" example:"filed" doc:"Moved by steps"`
	Holder      string   `json:"holder,omitempty" readOnly:"true" enum:",company,coordinator" example:"coordinator" doc:"Whose turn it is; the company and staff see it"`
	Since       string   `json:"since,omitempty" readOnly:"true" format:"date-time" example:"2026-11-02T09:30:00Z" doc:"When the state was entered"`
	StateBy     string   `json:"state_by,omitempty" readOnly:"true" format:"date" example:"2026-11-07" doc:"When the holder should have acted; the company and staff see it"`
	Overdue     bool     `json:"overdue,omitempty" readOnly:"true" doc:"state_by has passed"`
	Remark      string   `json:"remark,omitempty" readOnly:"true" doc:"The question of a return, or why none fits or it was closed; the company and staff see it"`
	Steps       []string `json:"steps,omitempty" readOnly:"true" enum:"file,return,triage,match,agree,reopen,none-fit,close" example:"triage" doc:"The steps you may take now"`
	Handling
}

// Expert is a directing expert.
type Expert struct {
	ID               string     `json:"id,omitempty" maxLength:"200" example:"e1" doc:"Stable id; staff may choose it, otherwise it is made"`
	Name             Name       `json:"name,omitzero"`
	Headline         Name       `json:"headline,omitzero"`
	Summary          Text       `json:"summary,omitzero"`
	Institution      string     `json:"institution,omitempty" maxLength:"200" example:"x1" doc:"Id of the institution; set by staff"`
	Roles            []string   `json:"roles,omitempty" maxItems:"10" enum:"director,supporter" example:"director"`
	Fields           []string   `json:"fields,omitempty" maxItems:"100" maxLength:"2000" example:"strategy,technology"`
	Topics           []Topic    `json:"topics,omitempty" maxItems:"200"`
	Industries       []string   `json:"industries,omitempty" maxItems:"100" maxLength:"6" example:"C29" doc:"KSIC codes"`
	IndustryRevision *int       `json:"industry_revision,omitempty" minimum:"1" maximum:"11" doc:"Revision of KSIC; 11 when left out"`
	Tags             []string   `json:"tags,omitempty" maxItems:"200" maxLength:"2000" example:"robotics"`
	Markets          []string   `json:"markets,omitempty" maxItems:"250" maxLength:"2" example:"US" doc:"Countries"`
	Languages        []Language `json:"languages,omitempty" maxItems:"50"`
	Works            []Work     `json:"works,omitempty" maxItems:"5000" doc:"What the expert really did"`
	Capacity         *int       `json:"capacity,omitempty" minimum:"0" maximum:"1000000" example:"4" doc:"Companies at once"`
	Load             *int       `json:"load,omitempty" minimum:"0" maximum:"1000000" example:"2" doc:"Companies now; set by the institution and staff"`
	Unavailable      []Period   `json:"unavailable,omitempty" maxItems:"500"`
	Conflicts        []string   `json:"conflicts,omitempty" maxItems:"2000" maxLength:"200" doc:"Ids that must not be paired with; set by staff; the expert, the institution and staff see them"`
	Country          string     `json:"country,omitempty" maxLength:"2" example:"KR" doc:"ISO 3166-1 alpha-2"`
	Region           string     `json:"region,omitempty" maxLength:"2000" example:"서울"`
	Timezone         string     `json:"timezone,omitempty" maxLength:"100" example:"Asia/Seoul" doc:"IANA zone"`
	Handling
}

// Topic is a subject with years of practice.
type Topic struct {
	Topic string   `json:"topic" minLength:"1" maxLength:"2000" example:"export"`
	Years *float64 `json:"years,omitempty" minimum:"0" maximum:"100" example:"8"`
}

// Language is a language with a level.
type Language struct {
	Code  string `json:"code" minLength:"2" maxLength:"35" example:"en" doc:"BCP 47"`
	Level string `json:"level,omitempty" enum:",native,C2,C1,B2,B1,A2,A1" example:"C1"`
}

// Work is a piece of evidence of what an expert did.
type Work struct {
	Title         Name   `json:"title,omitzero"`
	Text          Text   `json:"text,omitzero"`
	Date          string `json:"date,omitempty" format:"date" example:"2025-06-30"`
	Client        string `json:"client,omitempty" maxLength:"2000" example:"한빛정밀" doc:"Left out for others when private"`
	ClientPrivate bool   `json:"client_private,omitempty"`
}

// Period is a span of days, both included.
type Period struct {
	From string `json:"from,omitempty" format:"date" example:"2026-12-20"`
	To   string `json:"to,omitempty" format:"date" example:"2027-01-05"`
}

// Investor is an investing firm.
type Investor struct {
	ID               string   `json:"id,omitempty" maxLength:"200" example:"i1" doc:"Stable id; staff may choose it, otherwise it is made"`
	Name             Name     `json:"name,omitzero"`
	Kind             string   `json:"kind,omitempty" enum:",vc,cvc,pe,angel,accelerator,bank,fund,other" example:"vc"`
	Thesis           Text     `json:"thesis,omitzero"`
	Stages           []string `json:"stages,omitempty" maxItems:"20" enum:"pre-seed,seed,series-a,series-b,series-c,growth,pre-ipo,public,other" example:"seed,series-a"`
	Ticket           *Range   `json:"ticket,omitempty" doc:"One cheque"`
	Instruments      []string `json:"instruments,omitempty" maxItems:"50" maxLength:"2000" example:"equity,RCPS"`
	Industries       []string `json:"industries,omitempty" maxItems:"100" maxLength:"6" example:"C29" doc:"KSIC codes"`
	IndustryRevision *int     `json:"industry_revision,omitempty" minimum:"1" maximum:"11" doc:"Revision of KSIC; 11 when left out"`
	Tags             []string `json:"tags,omitempty" maxItems:"200" maxLength:"2000" example:"robotics"`
	Markets          []string `json:"markets,omitempty" maxItems:"250" maxLength:"2" example:"KR,SG" doc:"Countries"`
	Languages        []string `json:"languages,omitempty" maxItems:"50" maxLength:"35" example:"en" doc:"BCP 47"`
	Portfolio        []Deal   `json:"portfolio,omitempty" maxItems:"5000"`
	Conflicts        []string `json:"conflicts,omitempty" maxItems:"2000" maxLength:"200" doc:"Ids that must not be paired with; set by staff; the investor and staff see them"`
	Capacity         *int     `json:"capacity,omitempty" minimum:"0" maximum:"1000000" doc:"The investor and staff see it"`
	Country          string   `json:"country,omitempty" maxLength:"2" example:"SG" doc:"ISO 3166-1 alpha-2"`
	Region           string   `json:"region,omitempty" maxLength:"2000"`
	City             string   `json:"city,omitempty" maxLength:"2000" example:"Singapore"`
	Timezone         string   `json:"timezone,omitempty" maxLength:"100" example:"Asia/Singapore" doc:"IANA zone"`
	Handling
}

// Deal is one dated investment of a portfolio.
type Deal struct {
	Company          string   `json:"company,omitempty" maxLength:"200" example:"c77"`
	Name             string   `json:"name,omitempty" maxLength:"2000" example:"Tan Robotics"`
	Date             string   `json:"date,omitempty" format:"date" example:"2024-09-12"`
	Stage            string   `json:"stage,omitempty" enum:",pre-seed,seed,series-a,series-b,series-c,growth,pre-ipo,public,other" example:"seed"`
	Amount           *Amount  `json:"amount,omitempty"`
	Industries       []string `json:"industries,omitempty" maxItems:"100" maxLength:"6" doc:"KSIC codes"`
	IndustryRevision *int     `json:"industry_revision,omitempty" minimum:"1" maximum:"11"`
	Tags             []string `json:"tags,omitempty" maxItems:"200" maxLength:"2000"`
	Country          string   `json:"country,omitempty" maxLength:"2"`
	Region           string   `json:"region,omitempty" maxLength:"2000"`
	City             string   `json:"city,omitempty" maxLength:"2000"`
	Lead             bool     `json:"lead,omitempty"`
}
